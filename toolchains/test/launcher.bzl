"""Programs that a user or a test runner starts: a POSIX shell script that finds its runfiles and becomes Node.

No action uses one; actions start Node itself.
"""

load("//toolchains/node:toolchain.bzl", "NODE_FLAGS", "NODE_RUNTIME_TOOLCHAIN")

_LAUNCHER = """\
#!/bin/sh
# Starts {label}.
set -eu
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
  # bazel-bin/NAME has its runfiles beside it although the link's target may too.
  [ -d "$0.runfiles" ] && self=$0 && break
done
if [ -d "${{RUNFILES_DIR:-}}" ]; then
  runfiles=$RUNFILES_DIR
elif [ -d "$self.runfiles" ]; then
  runfiles=$(cd "$self.runfiles" && pwd)
else
  # Another program's runfiles hold this one.
  runfiles=${{self%.runfiles/*}}.runfiles
fi
export RUNFILES_DIR="$runfiles"
exec "$runfiles/{node}" {flags} "$runfiles/{script}" {arguments}"$@"
"""

def runfiles_path(ctx, file):
    """Returns a file's path in the runfiles folder.

    Args:
      ctx: a rule's context.
      file: a File.

    Returns:
      A path.
    """
    return file.short_path[3:] if file.short_path.startswith("../") else ctx.workspace_name + "/" + file.short_path

def node_launcher(ctx, script, arguments = [], flags = NODE_FLAGS):
    """Declares a launcher. The rule must have NODE_RUNTIME_TOOLCHAIN among its toolchains and the script in its runfiles.

    Args:
      ctx: a rule's context.
      script: the File that Node runs.
      arguments: arguments that come before the user's.
      flags: Node's own flags.

    Returns:
      A struct: `executable`, and `runfiles` with Node and the script.
    """
    node = ctx.toolchains[NODE_RUNTIME_TOOLCHAIN].node
    launcher = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(
        launcher,
        _LAUNCHER.format(
            label = str(ctx.label).removeprefix("@@"),
            node = runfiles_path(ctx, node),
            flags = " ".join(flags),
            script = runfiles_path(ctx, script),
            arguments = "".join([_quote(argument) + " " for argument in arguments]),
        ),
        is_executable = True,
    )
    return struct(executable = launcher, runfiles = ctx.runfiles([node, script]))

def _quote(argument):
    return "'" + argument.replace("'", "'\\\\''") + "'"
