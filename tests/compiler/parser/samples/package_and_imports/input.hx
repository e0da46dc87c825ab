package game.core;

import haxe.ds.StringMap;
import haxe.macro.Expr.Field as MacroField;
import haxe.io.*;
import game.Old in Legacy;
using StringTools;
