"""`failure_test`: a target that must not analyse, and the message that says why."""

load(":actions.bzl", "finish")

_allow_failures = analysis_test_transition(
    settings = {"//command_line_option:allow_analysis_failures": "True"},
)

def _failure_test_impl(ctx):
    # An attribute with a transition is a list.
    [target] = ctx.attr.target
    if AnalysisFailureInfo not in target:
        return finish(["{} can be analysed, but should not".format(target.label)])
    messages = [cause.message for cause in target[AnalysisFailureInfo].causes.to_list()]
    found = [message for message in messages if ctx.attr.message in message]
    return finish([] if found else ["expected a message with `{}`, found {}".format(ctx.attr.message, messages)])

failure_test = rule(
    implementation = _failure_test_impl,
    analysis_test = True,
    attrs = {
        "message": attr.string(mandatory = True),
        "target": attr.label(
            cfg = _allow_failures,
            mandatory = True,
        ),
    },
    doc = "Passes when analysing the target fails with the message.",
)
