"""`game_sources`: every source file behind a game, for a test that edits them."""

load("//rules:providers.bzl", "DevGraphInfo")

def _game_sources_impl(ctx):
    sources = depset([
        file
        for action in ctx.attr.game[DevGraphInfo].actions.to_list()
        for file in action.inputs
        if file.is_source
    ])
    list = ctx.actions.declare_file(ctx.label.name + ".txt")
    ctx.actions.write(list, "".join([file.short_path + "\n" for file in sources.to_list()]))
    return [DefaultInfo(
        files = depset([list]),
        runfiles = ctx.runfiles([list], transitive_files = sources),
    )]

game_sources = rule(
    implementation = _game_sources_impl,
    attrs = {
        "game": attr.label(
            mandatory = True,
            providers = [DevGraphInfo],
        ),
    },
    doc = "A list of a game's source files, with the files in its runfiles.",
)
