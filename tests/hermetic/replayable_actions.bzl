"""`replayable_actions`: the actions behind some targets with all their files, for a test that runs them again."""

_ActionsInfo = provider(
    doc = "Actions of our two tools behind a target.",
    fields = {"actions": "A depset of Actions."},
)

_TOOLS = {
    "asset_compiler.mjs": "assets",
    "haxe_compiler.mjs": "compiler",
}

def _script_at(argv):
    """The position of one of our tools in a command line that starts it, or None."""
    for i, argument in enumerate(argv):
        if i > 0 and not argument.startswith("--"):
            return i if argument.split("/")[-1] in _TOOLS else None
    return None

def _collect_impl(target, ctx):
    below = [
        dep[_ActionsInfo].actions
        for name in dir(ctx.rule.attr)
        for dep in _dependencies(getattr(ctx.rule.attr, name))
        if _ActionsInfo in dep
    ]
    own = [
        action
        for action in target.actions
        if action.argv and _script_at(action.argv) != None
    ]
    return [_ActionsInfo(actions = depset(own, transitive = below))]

def _dependencies(value):
    values = value if type(value) == "list" else [value]
    return [item for item in values if type(item) == "Target"]

_collect = aspect(
    implementation = _collect_impl,
    attr_aspects = ["*"],
    doc = "Collects the actions of our tools behind a target.",
)

def _described(action):
    script = _script_at(action.argv)
    inputs = action.inputs.to_list()
    return {
        "arguments": action.argv[script + 1:],
        "inputs": _paths([file for file in inputs if not _is_tool(file)]),
        "mnemonic": action.mnemonic,
        "outputs": _paths(action.outputs.to_list()),
        "script": action.argv[script],
        "tool": _TOOLS[action.argv[script].split("/")[-1]],
        "toolFiles": _paths([file for file in inputs if _is_tool(file) and file.basename != "node"]),
    }

def _is_tool(file):
    return file.basename == "node" or "/haxe_compiler/" in file.path or "/asset_compiler/" in file.path

def _paths(files):
    """Where files are for the action, and where they are for the test. Flag files are the command line itself."""
    return {
        file.path: "../" + file.short_path[3:] if file.short_path.startswith("../") else file.short_path
        for file in files
        if not file.path.endswith(".params")
    }

def _replayable_actions_impl(ctx):
    actions = depset(transitive = [target[_ActionsInfo].actions for target in ctx.attr.targets]).to_list()
    list = ctx.actions.declare_file(ctx.label.name + ".json")
    ctx.actions.write(list, json.encode_indent([_described(action) for action in actions]) + "\n")
    files = depset(
        [list],
        transitive = [files for action in actions for files in [action.inputs, action.outputs]],
    )
    return [DefaultInfo(files = depset([list]), runfiles = ctx.runfiles(transitive_files = files))]

replayable_actions = rule(
    implementation = _replayable_actions_impl,
    attrs = {
        "targets": attr.label_list(
            doc = "Targets whose actions, and those of everything they need, are wanted.",
            aspects = [_collect],
            mandatory = True,
        ),
    },
    doc = "A list of actions as JSON, with their inputs and outputs in its runfiles.",
)
