class Main {
	static function main() {
		var d:Dynamic = [1];
		for (x in d) trace(x);
	}
}
