package library;
class Statics { public static var staticVar = 5; public static function staticFn() return "sf"; public static function make(i:Int) return [for (x in 0...i) x]; static function priv() return 0; }
