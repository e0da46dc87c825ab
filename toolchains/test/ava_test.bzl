"""`ava_test`: runs AVA on test files as they are, by Node's type stripping."""

load("//toolchains/node:toolchain.bzl", "NODE_FLAGS", "NODE_RUNTIME_TOOLCHAIN")
load("//toolchains/typescript:providers.bzl", "TypeScriptInfo", "collect_sources")
load(":launcher.bzl", "node_launcher", "runfiles_path")

def _ava_test_impl(ctx):
    launcher = node_launcher(
        ctx,
        script = [script for script in ctx.files._scripts if script.basename == "ava_main.ts"][0],
        arguments = [runfiles_path(ctx, test).removeprefix(ctx.workspace_name + "/") for test in ctx.files.srcs],
    )
    runfiles = ctx.runfiles(
        ctx.files.srcs + ctx.files.data + ctx.files._scripts,
        transitive_files = collect_sources(ctx.attr.deps + [ctx.attr.config, ctx.attr.package_json]),
        symlinks = {"node_modules": ctx.file.node_modules},
    )
    runfiles = runfiles.merge_all(
        [launcher.runfiles] + [data[DefaultInfo].default_runfiles for data in ctx.attr.data],
    )
    return [
        DefaultInfo(executable = launcher.executable, runfiles = runfiles),
        # What the test's own children get, so that they too see the sandbox's paths only.
        RunEnvironmentInfo(environment = {"NODE_OPTIONS": " ".join(NODE_FLAGS)} | {
            name: ctx.expand_location(value, ctx.attr.data)
            for name, value in ctx.attr.env.items()
        }),
    ]

ava_test = rule(
    implementation = _ava_test_impl,
    attrs = {
        "config": attr.label(
            doc = "AVA's settings, in the root folder.",
            default = "//:ava.config.js",
            allow_files = [".js"],
        ),
        "data": attr.label_list(
            doc = "Files that the tests read, by their path from the root folder.",
            allow_files = True,
        ),
        "deps": attr.label_list(
            doc = "The ts_project targets of what the tests import.",
            providers = [TypeScriptInfo],
        ),
        "env": attr.string_dict(
            doc = """Variables for the tests. `$(rootpath //x)` is a path from the folder that they run in,
`$(rlocationpath //x)` one below the folder that RUNFILES_DIR names.""",
        ),
        "node_modules": attr.label(
            doc = "A folder with AVA and all packages that the tests and their dependencies import.",
            default = "//tests:node_modules",
            allow_single_file = True,
        ),
        "package_json": attr.label(
            doc = "The package.json whose `imports` the tests use.",
            default = "//:package.json",
            allow_files = True,
        ),
        "srcs": attr.label_list(
            doc = "Test files.",
            allow_empty = False,
            allow_files = [".test.ts"],
            mandatory = True,
        ),
        "_scripts": attr.label(
            default = "//toolchains/test:scripts",
            allow_files = True,
        ),
    },
    doc = "Runs AVA on test files. Each test is a case in the XML report; `--test_filter` takes AVA's title patterns; shards split by file.",
    test = True,
    toolchains = [NODE_RUNTIME_TOOLCHAIN],
)
