"""`choice_setting`: a build setting that is one of a few words."""

ChoiceInfo = provider(
    doc = "The value of a choice_setting.",
    fields = {"value": "string: the word chosen."},
)

def _choice_setting_impl(ctx):
    value = ctx.build_setting_value
    if value not in ctx.attr.values:
        fail("--{} must be one of {}, got {}".format(ctx.label, ", ".join(ctx.attr.values), value))
    return ChoiceInfo(value = value)

choice_setting = rule(
    implementation = _choice_setting_impl,
    attrs = {
        "values": attr.string_list(
            doc = "The words that can be chosen.",
            mandatory = True,
        ),
    },
    build_setting = config.string(flag = True),
    doc = "A build setting that is one of a few words; `build_setting_default` is what holds if the command line says nothing.",
)
