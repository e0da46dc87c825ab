class Main {
	static function main() {
		try {
			throw "wrong";
		} catch (e:Dynamic) {} catch (e:String) {}
	}
}
