"""Actions that the dev runtime can repeat: declared for Bazel and described for the dev graph in one call."""

load("//toolchains/worker:node_tool.bzl", "NodeToolInfo", "run_node_tool")

TOOL_ATTRS = {
    "_assets": attr.label(
        default = "//asset_tools:asset_compiler",
        cfg = "exec",
        providers = [NodeToolInfo],
    ),
    "_compiler": attr.label(
        default = "//compiler:haxe_compiler",
        cfg = "exec",
        providers = [NodeToolInfo],
    ),
}

def tool_action(ctx, *, tool, command, flags, outputs, mnemonic, progress_message, error_sources = []):
    """Declares an action of one of our two tools. The rule must have TOOL_ATTRS and NODE_TOOLCHAIN.

    Args:
      ctx: a rule's context.
      tool: "compiler" or "assets".
      command: the tool's subcommand.
      flags: a list of (flag, value): a string, a File, a list of either, which repeats the flag, or a dict of names to
        Files, which repeats it with `NAME=PATH`. Files that are not among the outputs are the action's inputs.
      outputs: a list of Files.
      mnemonic: the action's mnemonic.
      progress_message: what Bazel shows while it runs.
      error_sources: as `flags`; Files that the tool opens only to explain an error. While there is none, they may change
        without the action running again.

    Returns:
      The action's description for DevGraphInfo.
    """
    args = ctx.actions.args()
    args.add(command)
    arguments = [command]
    inputs = []
    for flag, value in flags:
        for prefix, item in _repetitions(value):
            is_file = type(item) == "File"
            args.add(flag, item, format = prefix.replace("%", "%%") + "%s")
            arguments += [flag, prefix + (item.path if is_file else item)]
            if is_file and item not in outputs:
                inputs.append(item)
    unused = None
    explaining = []
    if error_sources:
        unused = ctx.actions.declare_file(outputs[0].basename + ".unused_inputs", sibling = outputs[0])
        for flag, value in error_sources:
            for _, file in _repetitions(value):
                args.add(flag, file)
                arguments += [flag, file.path]
                explaining.append(file)
        args.add("--unused-inputs", unused)
    run_node_tool(
        ctx,
        tool = ctx.attr._compiler if tool == "compiler" else ctx.attr._assets,
        args = args,
        inputs = depset(inputs + explaining),
        outputs = outputs + ([unused] if unused else []),
        mnemonic = mnemonic,
        progress_message = progress_message,
        unused_inputs_list = unused,
    )
    return struct(
        mnemonic = mnemonic,
        tool = tool,
        arguments = tuple(arguments),
        inputs = tuple(inputs),
        outputs = tuple(outputs),
    )

def _repetitions(value):
    """Returns the values of a repeated flag, each with what goes before it."""
    if type(value) == "dict":
        return [(name + "=", file) for name, file in value.items()]
    return [("", item) for item in (value if type(value) == "list" else [value])]

def describe_action(action):
    """Returns an action of DevGraphInfo as a dict of strings, for JSON.

    Args:
      action: a struct as in DevGraphInfo.

    Returns:
      A dict.
    """
    return {
        "arguments": action.arguments,
        "inputs": [file.path for file in action.inputs],
        "mnemonic": action.mnemonic,
        "outputs": [file.path for file in action.outputs],
        "tool": action.tool,
    }
