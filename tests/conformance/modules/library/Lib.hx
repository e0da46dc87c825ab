package library;
class Lib { public function new() {} public function name() return "lib"; function prot() return "prot"; public static function helper() return new LibHelper().help(); public function toString() return "Lib!"; }
class LibHelper { public static var st = "st"; public function new() {} public function help() return "help"; }
function helperFn(x:Int) return x * 10;
final LIB_CONST = "const";
