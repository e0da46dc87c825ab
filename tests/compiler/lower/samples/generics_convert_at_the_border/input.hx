class Main {
	static function first<T>(xs:Array<T>):T return xs[0];
	static function main() {
		var n = first([1, 2]) + 1;
		var s = first(["a"]).length;
	}
}
