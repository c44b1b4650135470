"""What an audit found as a folder of web pages.

No network and no server; readable without script and without colour.
"""
