"""`actions_test`: which actions a target declares, and what their command lines say."""

load("//rules:providers.bzl", "DevGraphInfo")
load(":actions.bzl", "ActionsInfo", "actions_aspect", "differences", "finish")

# What stands before the action's own arguments in a command line of run_node_tool.
_SCRIPT_SUFFIX = ".mjs"

def _own_arguments(action):
    """The arguments after Node, its flags and the script, with bazel-out's configuration left out."""
    argv = action.argv
    script = [i for i, argument in enumerate(argv) if argument.endswith(_SCRIPT_SUFFIX)]
    return argv[script[0] + 1:] if script else argv

def _readable(argument):
    """`bazel-out/k8-fastbuild/bin/x` and `NAME=bazel-out/k8-fastbuild/bin/x` as `BIN/x` and `NAME=BIN/x`."""
    before, found, after = argument.partition("bazel-out/")
    return before + "BIN/" + after.split("/bin/", 1)[1] if found else argument

def _graph_problems(ctx, declared):
    """The dev graph must say what Bazel does: the same command lines, in the same order."""
    outputs = {file: None for action in declared for file in action.outputs.to_list()}
    described = [
        action
        for action in ctx.attr.target[DevGraphInfo].actions.to_list()
        if action.outputs[0] in outputs
    ]
    return differences(
        "mnemonics in the dev graph",
        [action.mnemonic for action in described],
        [action.mnemonic for action in declared],
    ) + [
        problem
        for ours, bazels in zip(described, declared)
        for problem in differences(
            "arguments of {} in the dev graph".format(ours.mnemonic),
            list(ours.arguments),
            # The list of unused inputs is for Bazel alone.
            _without_flag(_own_arguments(bazels), "--unused-inputs"),
        )
    ]

def _without_flag(arguments, flag):
    if flag not in arguments:
        return arguments
    at = arguments.index(flag)
    return arguments[:at] + arguments[at + 2:]

def _actions_test_impl(ctx):
    tool_actions = [
        action
        for action in ctx.attr.target[ActionsInfo].actions
        if action.mnemonic not in ["FileWrite", "Symlink", "SourceSymlinkManifest", "RepoMappingManifest", "SymlinkTree", "Middleman"]
    ]
    problems = differences(
        "mnemonics",
        [action.mnemonic for action in tool_actions],
        ctx.attr.mnemonics,
    )
    for mnemonic, arguments in ctx.attr.arguments.items():
        problems += differences(
            "arguments of " + mnemonic,
            [_readable(argument) for action in tool_actions if action.mnemonic == mnemonic for argument in _own_arguments(action)],
            arguments,
        )
    for action in tool_actions:
        problems += differences("environment of " + action.mnemonic, action.env, {})
    if not problems:
        problems = _graph_problems(ctx, tool_actions)
    return finish(problems)

actions_test = rule(
    implementation = _actions_test_impl,
    analysis_test = True,
    attrs = {
        "arguments": attr.string_list_dict(
            doc = "For some mnemonics, all arguments after the tool itself; `BIN` stands for bazel-bin.",
        ),
        "mnemonics": attr.string_list(
            doc = "The mnemonics of all actions of our tools, in order.",
            mandatory = True,
        ),
        "target": attr.label(
            aspects = [actions_aspect],
            mandatory = True,
            providers = [DevGraphInfo],
        ),
    },
    doc = "Passes when a target's actions are those named, with the arguments given, and the dev graph describes the same.",
)
