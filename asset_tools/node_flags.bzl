"""How Node runs the asset compiler."""

# A process for each processor, and pictures and meshes in array buffers: V8's helper threads would only take turns with the
# other processes, and its small first heap would be collected every few assets because of what lies outside it
# (docs/decisions/0017_one_asset_a_process.md).
ASSET_COMPILER_NODE_FLAGS = [
    "--initial-old-space-size=128",
    "--single-threaded-gc",
]
