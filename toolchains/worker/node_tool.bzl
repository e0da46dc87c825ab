"""Tools that actions run: TypeScript programs, bundled to one file, run by the pinned Node, mostly as persistent workers.

To add a tool and an action that uses it:

1. Write `main.ts`, one function from a request to a result:

       import { resolveInput, runWorker } from "#toolchains/worker/worker.ts";

       await runWorker(async (request) => {
         const [source = "", output = ""] = request.arguments;
         const text = readFileSync(resolveInput(request, source), "utf8");
         writeFileSync(resolveInput(request, output), text.toUpperCase());
         return { exitCode: 0, output: "" };
       });

2. Declare it: `node_tool(name = "shout", entry_point = "main.ts", deps = ["//toolchains/worker"])`. Packages that
   cannot be bundled go into `external = ["@npm//:sharp"]` and are plain `import`s in the code.

3. In the rule that uses it:

       attrs = {"_tool": attr.label(default = "//path:shout", cfg = "exec", providers = [NodeToolInfo])},
       toolchains = [NODE_TOOLCHAIN],

   and in its implementation, with everything that differs between two actions in `args`:

       args = ctx.actions.args()
       args.add(ctx.file.src)
       args.add(output)
       run_node_tool(
           ctx,
           tool = ctx.attr._tool,
           args = args,
           inputs = depset([ctx.file.src]),
           outputs = [output],
           mnemonic = "Shout",
           progress_message = "Shouting %{label}",
       )

`cfg = "exec"` matters: a ship transition changes the target platform, and the tool's native packages must not follow.
Several mnemonics that use one tool share its worker processes. tests/toolchains/worker_example holds all this as a running whole.
"""

load("//toolchains/node:toolchain.bzl", "NODE_FLAGS", "NODE_TOOLCHAIN")
load("//toolchains/npm:node_modules.bzl", "NpmInfo", "UNPACK_ATTRS", "lay_out")
load("//toolchains/typescript:bundle.bzl", "BUNDLE_ATTRS", "bundle")

NodeToolInfo = provider(
    doc = "A program for Node that actions run.",
    fields = {
        "family": "Names the tool's workers, for --worker_max_instances and the like.",
        "files": "A depset of all that must be there when it runs.",
        "is_multiplex": "Whether one worker process takes several requests at a time.",
        "node_flags": "A list of flags of Node's that actions start it with.",
        "script": "The File to give to Node.",
    },
)

def _node_tool_impl(ctx):
    script = ctx.actions.declare_file("{}/{}.mjs".format(ctx.label.name, ctx.label.name))
    bundle(ctx, script, "node")
    files = [script]
    if ctx.attr.external:
        # Node looks for packages in folders called node_modules beside the script and above it.
        packages = depset(transitive = [package[NpmInfo].packages for package in ctx.attr.external])
        files.append(lay_out(ctx, packages, ctx.label.name + "/node_modules"))
    return [
        DefaultInfo(files = depset(files)),
        NodeToolInfo(
            script = script,
            files = depset(files),
            family = ctx.attr.family or ctx.label.name,
            is_multiplex = ctx.attr.multiplex,
            node_flags = ctx.attr.node_flags,
        ),
    ]

node_tool = rule(
    implementation = _node_tool_impl,
    attrs = BUNDLE_ATTRS | UNPACK_ATTRS | {
        "family": attr.string(doc = "Names the tool's workers; the target's name if not given."),
        "multiplex": attr.bool(
            doc = """Whether one worker process takes all requests, several at a time, and so shares what it keeps. JavaScript
computes on one thread: False lets Bazel start several processes, for tools that compute and keep nothing.""",
            default = True,
        ),
        "node_flags": attr.string_list(doc = "Flags of Node's that actions start it with, such as for its memory."),
    },
    doc = "A program for Node that actions run.",
    provides = [NodeToolInfo],
    toolchains = [NODE_TOOLCHAIN],
)

def run_node_tool(ctx, *, tool, args, inputs, outputs, mnemonic, progress_message, is_worker = True, unused_inputs_list = None):
    """Declares an action that runs a tool. The rule must have NODE_TOOLCHAIN among its toolchains.

    Args:
      ctx: a rule's context.
      tool: a node_tool target, from an attribute with `cfg = "exec"`.
      args: an Args with everything that the action says to the tool. It always travels as a flag file: what stays on
        the command line would be part of the worker's key, and each action would start a worker of its own.
      inputs: a depset of Files.
      outputs: a list of Files.
      mnemonic: the action's mnemonic.
      progress_message: what Bazel shows while it runs.
      is_worker: False for a tool that does not use the worker library.
      unused_inputs_list: a File among the outputs in which the tool lists the inputs that it did not need this time.
    """
    info = tool[NodeToolInfo]
    startup = ctx.actions.args()
    startup.add_all(NODE_FLAGS + info.node_flags)
    startup.add(info.script)
    args.use_param_file("@%s", use_always = True)
    args.set_param_file_format("multiline")
    ctx.actions.run(
        executable = ctx.toolchains[NODE_TOOLCHAIN].node,
        arguments = [startup, args],
        inputs = inputs,
        tools = [info.files],
        outputs = outputs,
        mnemonic = mnemonic,
        progress_message = progress_message,
        execution_requirements = _worker_requirements(info) if is_worker else {"supports-path-mapping": "1"},
        unused_inputs_list = unused_inputs_list,
        toolchain = NODE_TOOLCHAIN,
    )

def _worker_requirements(info):
    """No `supports-path-mapping`: Bazel 7 does not stage a bundled script at its mapped path for a multiplex worker."""
    requirements = {
        "supports-worker-cancellation": "1",
        "supports-workers": "1",
        "worker-key-mnemonic": info.family,
    }
    if info.is_multiplex:
        requirements |= {
            "supports-multiplex-sandboxing": "1",
            "supports-multiplex-workers": "1",
        }
    return requirements
