"""What an audit found, for a spreadsheet (CSV, XLSX) or a program (JSON lines).

The same store gives the same bytes.
"""
