"""Compiling a Haxe library: the actions behind haxe_library, haxe_test and game."""

load("//rules:providers.bzl", "DevGraphInfo", "HaxeInfo")
load(":tool_action.bzl", "tool_action")

# What may stand in a label besides letters and digits, as it stands in the name of a class.
_IN_NAMES = {"+": "_2b", "-": "_2d", ".": "_2e", "/": "_2f", ":": "_3a", "_": "_5f"}

RESOURCES_ATTR = attr.label_keyed_string_dict(
    doc = "Files that the program carries, with the name under which `haxe.Resource` gives each.",
    allow_files = True,
)

def compile_haxe(ctx, *, sources, roots, deps, defines = {}, resources = {}, null_safety = "off"):
    """Declares the actions that compile a target's library, which has the name `PACKAGE:TARGET`.

    Args:
      ctx: a rule's context, with TOOL_ATTRS and NODE_TOOLCHAIN.
      sources: `.hx` Files.
      roots: folders, below the workspace or bazel-bin, that module paths start from.
      deps: targets with HaxeInfo.
      defines: a dict of conditional compilation flags.
      resources: a dict of targets with one file each to names, as RESOURCES_ATTR has it.
      null_safety: "off", "loose", "strict" or "strict_threaded".

    Returns:
      A list of HaxeInfo and DevGraphInfo.
    """

    actions = []
    if resources:
        module, action = _resource_module(ctx, resources)
        actions.append(action)
        sources = sources + [module]
        roots = roots + [module.short_path.removesuffix("/{}/{}".format(_RESOURCE_FOLDER, module.basename))]

    # The text itself is for excerpts in errors, and for the lines of stack traces and breakpoints.
    texts = {source.short_path: source for source in sources}
    asts = []
    for source in sources:
        module = _module_path(ctx, source, roots)
        ast = _declare(ctx, "ast/{}.hxast".format(module))
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
    interface = _declare(ctx, "hxi")
    ir = _declare(ctx, "hir")
    schema = _declare(ctx, "schema.json")
    schema_places = _declare(ctx, "schema_places.json")
    actions.append(tool_action(
        ctx,
        tool = "compiler",
        command = "typecheck",
        flags = [
            ("--library", "{}:{}".format(ctx.label.package, ctx.label.name)),
            ("--ast", asts),
            ("--source", texts),
            ("--interface", dependencies.to_list()),
            ("--null-safety", null_safety),
            ("--out-interface", interface),
            ("--out-ir", ir),
            ("--out-schema", schema),
            ("--out-schema-places", schema_places),
        ],
        outputs = [interface, ir, schema, schema_places],
        mnemonic = "HaxeTypecheck",
        progress_message = "Typechecking %{label}",
    ))
    bytecode = _declare(ctx, "hbc")
    actions.append(_emit(ctx, "bytecode", "HaxeBytecode", ir, texts, [("--out", bytecode)]))
    javascript = _declare(ctx, "js")
    manifest = _declare(ctx, "manifest.json")
    javascript_outputs = [("--out", javascript), ("--out-manifest", manifest)]
    actions.append(_emit(ctx, "javascript", "HaxeJavascript", ir, texts, javascript_outputs))
    return [
        HaxeInfo(
            interfaces = depset([interface], transitive = [dependencies], order = "postorder"),
            ir = _after(ir, [dep[HaxeInfo].ir for dep in deps]),
            bytecode = _after(bytecode, [dep[HaxeInfo].bytecode for dep in deps]),
            javascript = _after(javascript, [dep[HaxeInfo].javascript for dep in deps]),
            manifests = _after(manifest, [dep[HaxeInfo].manifests for dep in deps]),
            schemas = _after(schema, [dep[HaxeInfo].schemas for dep in deps]),
            schema_places = _after(schema_places, [dep[HaxeInfo].schema_places for dep in deps]),
        ),
        DevGraphInfo(actions = depset(
            actions,
            transitive = [dep[DevGraphInfo].actions for dep in deps],
            order = "postorder",
        )),
    ]

_RESOURCE_FOLDER = "haxe/internal/resources"

def _resource_module(ctx, resources):
    """Declares the module that holds the library's resources. Returns its File and the action's description."""
    files = [_only_file(ctx, target) for target in resources]
    label = "{}:{}".format(ctx.label.package, ctx.label.name)
    name = "Of_" + "".join([_IN_NAMES.get(char, char) for char in label.elems()])
    module = ctx.actions.declare_file("{}.haxe/{}/{}.hx".format(ctx.label.name, _RESOURCE_FOLDER, name))
    action = tool_action(
        ctx,
        tool = "compiler",
        command = "resources",
        flags = [
            ("--resource", files),
            ("--as", resources.values()),
            ("--name", name),
            ("--out", module),
        ],
        outputs = [module],
        mnemonic = "HaxeResources",
        progress_message = "Taking in the resources of %{label}",
    )
    return module, action

def _only_file(ctx, target):
    files = target[DefaultInfo].files.to_list()
    if len(files) != 1:
        fail("{}: each of resources must be one file, {} has {}".format(ctx.label, target.label, len(files)))
    return files[0]

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

def _declare(ctx, extension):
    """Outputs of one library stand together below the target's package."""
    return ctx.actions.declare_file("{0}.haxe/{0}.{1}".format(ctx.label.name, extension))

def _module_path(ctx, source, roots):
    """`vehicles/Rotor` for packages/vehicles/src/vehicles/Rotor.hx."""
    for root in roots:
        if source.short_path.startswith(root + "/"):
            return source.short_path.removeprefix(root + "/").removesuffix(".hx")
    fail("{}: srcs must be below {}, got {}".format(ctx.label, " or ".join(roots), source.short_path))
