"""The rules of milestone 4.

Each rule is one function with one code; its docstring is the page that `wp3reports explain` prints.
"""

from wp3reports.model import Rule

RULES: tuple[Rule, ...] = ()
