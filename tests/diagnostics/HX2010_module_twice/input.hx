class Input {}
