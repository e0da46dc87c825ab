"""What the analysis tests look at: a target's actions, and how a test in Starlark passes or fails."""

ActionsInfo = provider(
    doc = "The actions of one target, for tests.",
    fields = {"actions": "A list of Actions."},
)

def _actions_aspect_impl(target, _ctx):
    return [ActionsInfo(actions = target.actions)]

actions_aspect = aspect(
    implementation = _actions_aspect_impl,
    doc = "Hands a target's actions to the rule that asked.",
)

def finish(problems):
    """Returns the providers of an analysis test that passes when there are no problems.

    Args:
      problems: a list of strings.
    """
    return [AnalysisTestResultInfo(success = not problems, message = "\n".join(problems))]

def differences(what, found, expected):
    """Returns a list of problems: none, or one that shows both values.

    Args:
      what: what is compared.
      found: a value.
      expected: a value.
    """
    return [] if found == expected else ["{}: expected {}, found {}".format(what, expected, found)]
