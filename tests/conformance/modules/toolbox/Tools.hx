package toolbox;
class Tools { public static function tool() return "tool"; public static function second<T>(a:Array<T>):T return a[1]; public static function shout(s:String) return "tools" + s; }
