"""`build_test`: passes when its targets can be built."""

def _build_test_impl(ctx):
    # All the work is done by the actions that make the targets; when one fails, there is nothing to run.
    executable = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(executable, "#!/bin/sh\nexit 0\n", is_executable = True)
    return [DefaultInfo(executable = executable, runfiles = ctx.runfiles(ctx.files.targets))]

build_test = rule(
    implementation = _build_test_impl,
    attrs = {
        "targets": attr.label_list(
            doc = "What must build.",
            allow_files = True,
            mandatory = True,
        ),
    },
    doc = "Passes when its targets can be built.",
    test = True,
)
