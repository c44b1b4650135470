"""Judge a package of documents with the rules: the only place where rules and checks meet."""

from protocheck.engine.evaluate import evaluate

__all__ = ["evaluate"]
