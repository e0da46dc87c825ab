"""Runs a TypeScript file of this repository in an action as it is, by Node's type stripping.

For the few tools that come before there is any bundle: the bundler, the type checker. Everything else is a node_tool.
"""

load("//toolchains/node:toolchain.bzl", "NODE_FLAGS", "NODE_TOOLCHAIN")
load(":providers.bzl", "path_in_repository")

def file_arguments(args, files, modules):
    """Adds the arguments by which a script makes its mirror.

    Args:
      args: the Args to add to.
      files: a depset of Files to copy.
      modules: a list or depset of node_modules folders.
    """
    args.add_all(files, before_each = "--file", map_each = _file_argument)
    args.add_all(modules, before_each = "--modules", expand_directories = False)

def _file_argument(file):
    return "{}={}".format(path_in_repository(file), file.path)

def run_script(ctx, scripts, main, args, inputs, outputs, mnemonic, progress_message):
    """Declares an action that runs a script. The rule must have NODE_TOOLCHAIN among its toolchains.

    Args:
      ctx: a rule's context.
      scripts: Files: the script and what it imports.
      main: the script's file name.
      args: an Args; the script gets it by way of a flag file.
      inputs: a depset of Files.
      outputs: a list of Files.
      mnemonic: the action's mnemonic.
      progress_message: what Bazel shows while it runs.
    """
    startup = ctx.actions.args()
    startup.add_all(NODE_FLAGS)
    startup.add([script for script in scripts if script.basename == main][0])
    args.use_param_file("@%s", use_always = True)
    args.set_param_file_format("multiline")
    ctx.actions.run(
        executable = ctx.toolchains[NODE_TOOLCHAIN].node,
        arguments = [startup, args],
        inputs = depset(scripts, transitive = [inputs]),
        outputs = outputs,
        mnemonic = mnemonic,
        progress_message = progress_message,
        execution_requirements = {"supports-path-mapping": "1"},
        toolchain = NODE_TOOLCHAIN,
    )
