class Main {
	static function run(f:Void->Int):Int
		return try f() catch (e:String) e.length catch (e:haxe.Exception) 1;
	static function main() {}
}
