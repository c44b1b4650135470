"""Read, check and advise on Flemish data-sharing protocols (e-govdecreet, art. 8, §1)."""

__version__ = "0.1.0"
