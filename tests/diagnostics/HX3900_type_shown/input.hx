class Main {
	static function main() {
		$type([1, 2.5]);
	}
}
