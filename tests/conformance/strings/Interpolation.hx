class Interpolation {
	static function main() {
		var name = "World";
		var n = 3;
		Sys.println('Hello $name');
		Sys.println('${n + 1} and ${n * 1.5} and $$n');
		Sys.println('nested ${'inner $n'}');
		Sys.println("plain $name");
		var nothing:String = null;
		Sys.println('null: $nothing');
		Sys.println('bool: ${n > 2}');
		Sys.println('$n');
	}
}
