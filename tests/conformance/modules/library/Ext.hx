package library;
class Ext { public static function shout(s:String) return s.toUpperCase() + "!"; public static function times(n:Int, s:String) { var r = ""; for (_ in 0...n) r += s; return r; } static function priv(s:String) return s; }
