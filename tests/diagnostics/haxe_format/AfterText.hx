class AfterText {
	static function main() {
		var s = "é😀日本" + missing;
	}
}
