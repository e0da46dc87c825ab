class ShownType {
	static function main() {
		$type("é");
		$type(1);
	}
}
