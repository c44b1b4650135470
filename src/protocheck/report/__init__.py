"""The report in the forms that people and programs read; importing the package itself costs nothing."""
