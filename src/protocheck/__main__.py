"""`python -m protocheck` does what the command `protocheck` does."""

from protocheck.cli.main import run

if __name__ == "__main__":
    run()
