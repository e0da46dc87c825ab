"""Programs that a user or a test runner starts: a POSIX shell script that finds its runfiles and becomes Node.

No action uses one; actions start Node itself.
"""

load("//toolchains/node:toolchain.bzl", "NODE_FLAGS", "NODE_RUNTIME_TOOLCHAIN")

_LAUNCHER = """\
#!/bin/sh
# Starts {label}.
set -eu
case $0 in
  /*) self=$0 ;;
  *) self=$PWD/$0 ;;
esac
while :; do
  # Beside the program, or around it if it is part of another's runfiles. Links are followed last: a sandbox's lead out.
  [ ! -d "$self.runfiles" ] || {{ runfiles=$self.runfiles; break; }}
  case $self in *.runfiles/*) runfiles=${{self%.runfiles/*}}.runfiles; break ;; esac
  link=$(readlink "$self") || {{ echo "$0: cannot find its runfiles" >&2; exit 1; }}
  case $link in
    /*) self=$link ;;
    *) self=${{self%/*}}/$link ;;
  esac
done
export RUNFILES_DIR="$runfiles"
{variables}exec "$runfiles/{node}" {flags} "$runfiles/{script}" {path_arguments}{arguments}"$@"
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

def node_launcher(ctx, script, arguments = [], path_arguments = {}, paths = {}, flags = NODE_FLAGS):
    """Declares a launcher. The rule must have NODE_RUNTIME_TOOLCHAIN among its toolchains and the script in its runfiles.

    Args:
      ctx: a rule's context.
      script: the File that Node runs.
      arguments: arguments that come before the user's.
      path_arguments: flags that come before those, each with a path below the runfiles folder.
      paths: variables to set, unless the user has, each to a path below the runfiles folder.
      flags: Node's own flags.

    Returns:
      A struct: `executable`, and `runfiles` with Node and the script.
    """
    node = ctx.toolchains[NODE_RUNTIME_TOOLCHAIN].node
    launcher = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(
        launcher,
        _LAUNCHER.format(
            variables = "".join([
                ': "${{{name}:=$runfiles/{path}}}"\nexport {name}\n'.format(name = name, path = path)
                for name, path in paths.items()
            ]),
            label = str(ctx.label).removeprefix("@@"),
            node = runfiles_path(ctx, node),
            flags = " ".join(flags),
            script = runfiles_path(ctx, script),
            path_arguments = "".join(['{} "$runfiles/{}" '.format(flag, path) for flag, path in path_arguments.items()]),
            arguments = "".join([_quote(argument) + " " for argument in arguments]),
        ),
        is_executable = True,
    )
    return struct(executable = launcher, runfiles = ctx.runfiles([node, script]))

def _quote(argument):
    return "'" + argument.replace("'", "'\\\\''") + "'"
