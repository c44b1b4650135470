"""Documents at an address (https://, s3://): which there are, and what they hold.

Nothing is opened but what the user named. Credentials come from where the library of each service looks for
them (environment, configuration files), never from an address: addresses are kept and shown.
"""
