"""Compiling a Haxe library: the actions behind haxe_library, haxe_test and game."""

load("//rules:providers.bzl", "DevGraphInfo", "HaxeInfo")
load(":tool_action.bzl", "tool_action")

def compile_haxe(ctx, *, name, sources, roots, deps, defines = {}):
    """Declares the actions that compile a library.

    Args:
      ctx: a rule's context, with TOOL_ATTRS and NODE_TOOLCHAIN.
      name: the library's name, unique in its program; also the prefix of its outputs.
      sources: `.hx` Files.
      roots: folders, below the workspace or bazel-bin, that module paths start from.
      deps: targets with HaxeInfo.
      defines: a dict of conditional compilation flags.

    Returns:
      A list of HaxeInfo and DevGraphInfo.
    """
    file = _file_maker(ctx, name)

    # The text itself is for excerpts in errors, and for the lines of stack traces and breakpoints.
    texts = {source.short_path: source for source in sources}
    actions = []
    asts = []
    for source in sources:
        module = _module_path(ctx, source, roots)
        ast = ctx.actions.declare_file("{}/{}.hxast".format(file("ast"), module))
        asts.append(ast)
        actions.append(tool_action(
            ctx,
            tool = "compiler",
            command = "parse",
            flags = [
                ("--source", {source.short_path: source}),
                ("--define", ["{}={}".format(key, value) for key, value in defines.items()]),
                ("--out", ast),
            ],
            outputs = [ast],
            mnemonic = "HaxeParse",
            progress_message = "Parsing %{input}",
        ))
    dependencies = depset(transitive = [dep[HaxeInfo].interfaces for dep in deps], order = "postorder")
    interface = ctx.actions.declare_file(file("hxi"))
    ir = ctx.actions.declare_file(file("hir"))
    actions.append(tool_action(
        ctx,
        tool = "compiler",
        command = "typecheck",
        flags = [
            ("--library", name),
            ("--ast", asts),
            ("--source", texts),
            ("--interface", dependencies.to_list()),
            ("--out-interface", interface),
            ("--out-ir", ir),
        ],
        outputs = [interface, ir],
        mnemonic = "HaxeTypecheck",
        progress_message = "Typechecking %{label}",
    ))
    bytecode = ctx.actions.declare_file(file("hbc"))
    actions.append(_emit(ctx, "bytecode", "HaxeBytecode", ir, texts, [("--out", bytecode)]))
    javascript = ctx.actions.declare_file(file("js"))
    manifest = ctx.actions.declare_file(file("manifest.json"))
    javascript_outputs = [("--out", javascript), ("--out-manifest", manifest)]
    actions.append(_emit(ctx, "javascript", "HaxeJavascript", ir, texts, javascript_outputs))
    return [
        HaxeInfo(
            interfaces = depset([interface], transitive = [dependencies], order = "postorder"),
            ir = _after(ir, [dep[HaxeInfo].ir for dep in deps]),
            bytecode = _after(bytecode, [dep[HaxeInfo].bytecode for dep in deps]),
            javascript = _after(javascript, [dep[HaxeInfo].javascript for dep in deps]),
            manifests = _after(manifest, [dep[HaxeInfo].manifests for dep in deps]),
        ),
        DevGraphInfo(actions = depset(
            actions,
            transitive = [dep[DevGraphInfo].actions for dep in deps],
            order = "postorder",
        )),
    ]

def _emit(ctx, command, mnemonic, ir, texts, outputs):
    return tool_action(
        ctx,
        tool = "compiler",
        command = command,
        flags = [("--ir", ir), ("--source", texts)] + outputs,
        outputs = [file for _, file in outputs],
        mnemonic = mnemonic,
        progress_message = "Emitting {} of %{{label}}".format(command),
    )

def _after(file, transitive):
    return depset([file], transitive = transitive, order = "postorder")

def _file_maker(ctx, name):
    """Outputs of one library stand together below the target's package."""
    short = name.split(":")[-1]
    return lambda extension: "{}.haxe/{}.{}".format(ctx.label.name, short, extension)

def _module_path(ctx, source, roots):
    """`vehicles/Rotor` for packages/vehicles/src/vehicles/Rotor.hx."""
    for root in roots:
        if source.short_path.startswith(root + "/"):
            return source.short_path.removeprefix(root + "/").removesuffix(".hx")
    fail("{}: srcs must be below {}, got {}".format(ctx.label, " or ".join(roots), source.short_path))
