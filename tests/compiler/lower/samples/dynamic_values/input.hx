class Main {
	static function use(d:Dynamic):Dynamic {
		d.count = d.count + 1;
		d(1, "a");
		return d == 5 ? -d : d;
	}
	static function main() {}
}
