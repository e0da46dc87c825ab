class Main {
	static function main() {
		var d:Dynamic = 1;
		trace(d is Array<Int>);
		cast(d, Array<String>);
		cast(d, Array<Dynamic>);
	}
}
