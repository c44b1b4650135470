"""The sentences of a finding: what the rule says, with the values of the place filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from protocheck.errors import RuleError
from protocheck.regex import lazy

_PLACEHOLDER = lazy(r"\{\{ ?(\w{1,40}) ?\}\}")


def filled(template: str, values: Mapping[str, str], rule: str) -> str:
    """Return the sentence with each `{{ name }}` filled in.

    Raises:
        RuleError: the rule names a value that nothing delivers.
    """

    def value(found: re.Match[str]) -> str:
        name = found.group(1)
        if name not in values:
            known = ", ".join(sorted(values))
            raise RuleError(
                f"{rule}: de waarde '{name}' bestaat niet bij deze bevinding.",
                hint=f"Deze waarden zijn er: {known}.",
            )
        return values[name]

    return _PLACEHOLDER.sub(value, " ".join(template.split()))
