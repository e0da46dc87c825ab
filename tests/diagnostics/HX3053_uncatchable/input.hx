class Main {
	static function main() {
		try {} catch (e:{x:Int}) {}
	}
}
