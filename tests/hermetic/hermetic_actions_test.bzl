"""`hermetic_actions_test`: what `bazel aquery` would show of all actions behind some targets, checked while Bazel analyses them.

- No argument holds an absolute path, and no action has a variable of the user's in its environment.
- What an action starts is one of its inputs, from a pinned archive or built here: no program of the machine.
- Every Haxe source has one HaxeParse action, and every asset and scene one action of its kind.
"""

_ProblemsInfo = provider(
    doc = "What is wrong with a target's actions and with those of everything it needs.",
    fields = {
        "counts": "A depset of structs: `what`, a label and mnemonic; `actions` and `expected`, numbers.",
        "problems": "A depset of strings.",
    },
)

# Actions of Bazel's own that start no program.
_BUILT_IN = [
    "FileWrite",
    "Middleman",
    "RepoMappingManifest",
    "SourceSymlinkManifest",
    "Symlink",
    "SymlinkTree",
    "TemplateExpand",
    "UnresolvedSymlink",
]

_ASSET_MNEMONICS = {
    "material": "MaterialCompile",
    "mesh": "MeshCompile",
    "scene": "SceneCompile",
    "shader": "ShaderCompile",
    "texture": "TextureCompile",
}

# Names that are written into an executable for the machine that it will run on; nothing opens them here.
_TARGET_PATHS = ["/lib64/ld-linux-x86-64.so.2"]

_LIBRARIES = ["haxe_library", "haxe_std_library"]

def _problems_of(label, action):
    where = "{} {}: ".format(label, action.mnemonic)
    problems = [
        where + "argument is an absolute path: " + argument
        for argument in action.argv[1:]
        if argument not in _TARGET_PATHS and _is_absolute(argument)
    ]
    inputs = {file.path: None for file in action.inputs.to_list()}
    if action.argv[0] not in inputs:
        problems.append(where + "it starts {}, which is no input of it".format(action.argv[0]))
    problems += [where + "its environment has " + name for name in action.env]
    return problems

def _is_absolute(argument):
    """Whether an argument, or a path within it, starts from the machine's root: /x, --flag=/x, NAME=/x, -I/x, C:\\x."""
    for separator in ["=", ",", ":"]:
        argument = argument.replace(separator, " ")
    for part in argument.split(" "):
        if part.startswith("/") and not part.startswith("//"):
            return True
        if part.startswith("-I/") or part.startswith("-L/") or part.startswith("@/"):
            return True
        if part[1:3] == ":\\":
            return True
    return False

def _count(target, ctx):
    """How many actions of one kind a target has and should have."""
    kind = ctx.rule.kind
    if kind in _LIBRARIES:
        mnemonic, expected = "HaxeParse", len(ctx.rule.files.srcs)
    elif kind in _ASSET_MNEMONICS:
        mnemonic, expected = _ASSET_MNEMONICS[kind], 1
    else:
        return []
    return [struct(
        what = "{} {}".format(target.label, mnemonic),
        actions = len([action for action in target.actions if action.mnemonic == mnemonic]),
        expected = expected,
    )]

def _problems_aspect_impl(target, ctx):
    below = [
        dep[_ProblemsInfo]
        for name in dir(ctx.rule.attr)
        for dep in _dependencies(getattr(ctx.rule.attr, name))
        if _ProblemsInfo in dep
    ]
    problems = [
        problem
        for action in target.actions
        if action.mnemonic not in _BUILT_IN and action.argv
        for problem in _problems_of(target.label, action)
    ]
    return [_ProblemsInfo(
        problems = depset(problems, transitive = [info.problems for info in below]),
        counts = depset(_count(target, ctx), transitive = [info.counts for info in below]),
    )]

def _dependencies(value):
    """The targets in an attribute's value."""
    if type(value) == "Target":
        return [value]
    if type(value) == "list":
        return [item for item in value if type(item) == "Target"]
    if type(value) == "dict":
        return [item for item in value.keys() + value.values() if type(item) == "Target"]
    return []

_problems_aspect = aspect(
    implementation = _problems_aspect_impl,
    attr_aspects = ["*"],
    doc = "Looks at the actions of a target and of everything that it needs.",
)

def _hermetic_actions_test_impl(ctx):
    infos = [target[_ProblemsInfo] for target in ctx.attr.targets]
    counts = depset(transitive = [info.counts for info in infos]).to_list()
    problems = depset(transitive = [info.problems for info in infos]).to_list() + [
        "{}: expected {} actions, found {}".format(count.what, count.expected, count.actions)
        for count in counts
        if count.actions != count.expected
    ]
    if not counts:
        problems.append("there is no library and no asset behind the targets")
    return [AnalysisTestResultInfo(success = not problems, message = "\n".join(problems))]

hermetic_actions_test = rule(
    implementation = _hermetic_actions_test_impl,
    analysis_test = True,
    attrs = {
        "targets": attr.label_list(
            doc = "Targets whose actions, and those of everything they need, are checked.",
            aspects = [_problems_aspect],
            mandatory = True,
        ),
    },
    doc = "Passes when all actions behind some targets are hermetic and there is one for each source.",
)
