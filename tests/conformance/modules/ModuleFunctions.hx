function helper(x:Int):Int return x + base;

var base = 40;
final label = "answer";

class ModuleFunctions {
	static function main() {
		Sys.println(label + helper(2));
	}
}
