"""`texture`, `mesh`, `shader`, `material`, `animation`, `audio`, `data_asset`, `prefab` and `scene`: one asset, one action, one blob in runtime format."""

load("//rules:providers.bzl", "AssetInfo", "DevGraphInfo", "HaxeInfo", "PrefabInfo")
load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load(":choice_setting.bzl", "ChoiceInfo")
load(":package_split.bzl", "SplitInfo")
load(":tool_action.bzl", "TOOL_ATTRS", "tool_action")

_ASSET_ATTRS = TOOL_ATTRS | {
    "asset_id": attr.string(doc = "The id in package.xml; the target's name if not given."),
    "definition": attr.label(
        doc = "The package_split of the package.xml that defines it.",
        mandatory = True,
        providers = [SplitInfo],
    ),
}

_MNEMONICS = {
    "animation": "AnimationCompile",
    "audio": "AudioCompile",
    "data": "DataCompile",
    "material": "MaterialCompile",
    "mesh": "MeshCompile",
    "prefab": "PrefabCompile",
    "scene": "SceneCompile",
    "shader": "ShaderCompile",
    "texture": "TextureCompile",
}

def _compile_asset(ctx, kind, flags, graphs, error_sources = []):
    split = ctx.attr.definition[SplitInfo]
    id = ctx.attr.asset_id or ctx.label.name
    if id not in split.fragments:
        fail("{} {}: {} defines no `{}`".format(kind, ctx.label, split.manifest.short_path, id))
    blob = ctx.actions.declare_file("{}.{}".format(id, kind))
    action = tool_action(
        ctx,
        tool = "assets",
        command = kind,
        flags = [
            ("--definition", split.fragments[id]),
            ("--manifest-name", split.manifest.short_path),
        ] + flags + [("--out", blob)],
        outputs = [blob],
        mnemonic = _MNEMONICS[kind],
        progress_message = "Compiling {} %{{label}}".format(kind),
        error_sources = error_sources,
    )
    return [
        DefaultInfo(files = depset([blob])),
        AssetInfo(kind = kind, id = id, blob = blob),
        DevGraphInfo(actions = depset(
            [action],
            transitive = [dep[DevGraphInfo].actions for dep in [ctx.attr.definition] + graphs],
            order = "postorder",
        )),
    ]

def _manifest_of(ctx):
    """Where the errors of a fragment are."""
    return [("--manifest", ctx.attr.definition[SplitInfo].manifest)]

def _chosen(ctx, settings):
    return [("--" + name, getattr(ctx.attr, "_" + name)[ChoiceInfo].value) for name in settings]

def _source_rule(kind, extensions, doc, settings = {}):
    def _impl(ctx):
        return _compile_asset(ctx, kind, [("--source", ctx.file.src)] + _chosen(ctx, settings), [])

    return rule(
        implementation = _impl,
        attrs = _ASSET_ATTRS | {
            "src": attr.label(
                doc = "The source file that the definition names.",
                allow_single_file = extensions,
                mandatory = True,
            ),
        } | {"_" + name: attr.label(default = setting) for name, setting in settings.items()},
        doc = doc,
        provides = [AssetInfo, DevGraphInfo],
        toolchains = [NODE_TOOLCHAIN],
    )

def _texture_impl(ctx):
    chosen = _chosen(ctx, ["platform", "quality"])
    return _compile_asset(ctx, "texture", [("--source", ctx.files.srcs)] + chosen, [])

texture = rule(
    implementation = _texture_impl,
    attrs = _ASSET_ATTRS | {
        "srcs": attr.label_list(
            doc = "The pictures that the definition names, in its order.",
            allow_files = [".png", ".jpg", ".jpeg", ".tga", ".ktx2"],
            mandatory = True,
        ),
        "_platform": attr.label(default = "//rules:texture_platform"),
        "_quality": attr.label(default = "//rules:texture_quality"),
    },
    doc = "A picture, or those of a cube, an array or an atlas, with mip levels, in a format that GPUs sample.",
    provides = [AssetInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)

_MODEL_ATTRS = _ASSET_ATTRS | {
    "data": attr.label_list(
        doc = "The files that the definition names with `data`, in its order.",
        allow_files = True,
    ),
    "src": attr.label(
        doc = "The model that the definition names.",
        allow_single_file = [".obj", ".fbx", ".gltf", ".glb"],
        mandatory = True,
    ),
}

def _mesh_impl(ctx):
    files = [ctx.file.src] + ctx.files.data
    return _compile_asset(ctx, "mesh", [("--source", files)] + _chosen(ctx, ["quality"]), [])

mesh = rule(
    implementation = _mesh_impl,
    attrs = _MODEL_ATTRS | {"_quality": attr.label(default = "//rules:mesh_quality")},
    doc = "Indexed triangles with normals and tangents.",
    provides = [AssetInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)

def _animation_impl(ctx):
    return _compile_asset(ctx, "animation", [("--source", [ctx.file.src] + ctx.files.data)], [])

animation = rule(
    implementation = _animation_impl,
    attrs = _MODEL_ATTRS,
    doc = "A skeleton and the clips that move it.",
    provides = [AssetInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)
audio = _source_rule(
    "audio",
    [".wav", ".ogg", ".flac", ".mp3"],
    "A sound: 16-bit or ADPCM samples, or the Ogg file as it is, with loop, loudness and peaks.",
)
data_asset = _source_rule("data", True, "A file as it is, for code: bytes, text or JSON, checked to be that.")

def _shader_impl(ctx):
    includes = {name: target.files.to_list()[0] for target, name in ctx.attr.includes.items()}
    return _compile_asset(ctx, "shader", [("--source", ctx.file.src), ("--include", includes)], [])

shader = rule(
    implementation = _shader_impl,
    attrs = _ASSET_ATTRS | {
        "includes": attr.label_keyed_string_dict(
            doc = "Files that the source may include, each with its name `package:path`.",
            allow_files = [".glsl"],
        ),
        "src": attr.label(
            doc = "The source file that the definition names.",
            allow_single_file = [".glsl"],
            mandatory = True,
        ),
    },
    doc = "A checked GLSL program in all its variants, and what it declares.",
    provides = [AssetInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)

_MaterialInfo = provider(
    doc = "What a material that extends this one needs of it.",
    fields = {
        "fragments": "A list of Files: its definition and those of its bases, nearest first.",
        "shader": "The Target of its shader.",
    },
)

def _material_impl(ctx):
    base = ctx.attr.base[_MaterialInfo] if ctx.attr.base else None
    shader_target = base.shader if base else ctx.attr.shader
    if not shader_target:
        fail("material {}: needs a shader or a base".format(ctx.label))
    bases = base.fragments if base else []
    flags = [("--shader", shader_target[AssetInfo].blob), ("--base", bases)]
    graphs = [shader_target] + ([ctx.attr.base] if base else [])
    fragment = ctx.attr.definition[SplitInfo].fragments.get(ctx.attr.asset_id or ctx.label.name)
    return _compile_asset(ctx, "material", flags, graphs, _manifest_of(ctx)) + [
        _MaterialInfo(fragments = [fragment] + bases, shader = shader_target),
    ]

material = rule(
    implementation = _material_impl,
    attrs = _ASSET_ATTRS | {
        "base": attr.label(
            doc = "The material that this one extends; its shader draws this one too.",
            providers = [AssetInfo, _MaterialInfo],
        ),
        "shader": attr.label(
            doc = "The shader whose block `Material` the properties fill, where there is no base.",
            providers = [AssetInfo],
        ),
    },
    doc = "A shader's variant with its uniforms packed and its textures bound.",
    provides = [AssetInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)

def _entities(ctx, kind):
    """Compiles a scene or prefab. Returns its providers and a depset of the definitions of the prefabs that it needs."""
    schemas = depset(transitive = [code[HaxeInfo].schemas for code in ctx.attr.code], order = "postorder")
    definitions = depset(
        transitive = [prefab[PrefabInfo].definitions for prefab in ctx.attr.prefabs],
        order = "postorder",
    )
    flags = [("--schema", schemas.to_list()), ("--prefab", definitions.to_list())]
    indexes = ctx.attr.definition[SplitInfo].indexes.to_list()
    places = depset(transitive = [code[HaxeInfo].schema_places for code in ctx.attr.code], order = "postorder")
    error_sources = _manifest_of(ctx) + [("--known-index", indexes), ("--schema-places", places.to_list())]
    return _compile_asset(ctx, kind, flags, ctx.attr.code + ctx.attr.prefabs, error_sources), definitions

_ENTITIES_ATTRS = _ASSET_ATTRS | {
    "code": attr.label_list(
        doc = "Libraries with the behaviours and components that it names.",
        providers = [HaxeInfo],
    ),
    "prefabs": attr.label_list(
        doc = "The prefabs that it has instances of.",
        providers = [PrefabInfo],
    ),
}

def _prefab_impl(ctx):
    providers, definitions = _entities(ctx, "prefab")
    own = ctx.attr.definition[SplitInfo].fragments[ctx.attr.asset_id or ctx.label.name]
    return providers + [PrefabInfo(definitions = depset([own], transitive = [definitions], order = "postorder"))]

prefab = rule(
    implementation = _prefab_impl,
    attrs = _ENTITIES_ATTRS,
    doc = "An entity with all below it: for scenes and other prefabs to have instances of, and to be spawned by the game.",
    provides = [AssetInfo, PrefabInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)

def _scene_impl(ctx):
    providers, _ = _entities(ctx, "scene")
    return providers

scene = rule(
    implementation = _scene_impl,
    attrs = _ENTITIES_ATTRS,
    doc = "Entities, their components and the parameters of their behaviours, as columns.",
    provides = [AssetInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)
