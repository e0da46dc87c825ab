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

def tool_action(ctx, *, tool, command, flags, outputs, mnemonic, progress_message):
    """Declares an action of one of our two tools. The rule must have TOOL_ATTRS and NODE_TOOLCHAIN.

    Args:
      ctx: a rule's context.
      tool: "compiler" or "assets".
      command: the tool's subcommand.
      flags: a list of (flag, value): a string, a File, or a list of either, which repeats the flag. Files that are not
        among the outputs are the action's inputs.
      outputs: a list of Files.
      mnemonic: the action's mnemonic.
      progress_message: what Bazel shows while it runs.

    Returns:
      The action's description for DevGraphInfo.
    """
    args = ctx.actions.args()
    args.add(command)
    arguments = [command]
    inputs = []
    for flag, value in flags:
        for item in value if type(value) == "list" else [value]:
            args.add(flag, item)
            arguments += [flag, item.path if type(item) == "File" else item]
            if type(item) == "File" and item not in outputs:
                inputs.append(item)
    run_node_tool(
        ctx,
        tool = ctx.attr._compiler if tool == "compiler" else ctx.attr._assets,
        args = args,
        inputs = depset(inputs),
        outputs = outputs,
        mnemonic = mnemonic,
        progress_message = progress_message,
    )
    return struct(
        mnemonic = mnemonic,
        tool = tool,
        arguments = tuple(arguments),
        inputs = tuple(inputs),
        outputs = tuple(outputs),
    )

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
