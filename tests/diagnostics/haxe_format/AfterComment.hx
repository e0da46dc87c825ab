class AfterComment {
	static function main() {
		/* é😀 */ trace(missing);
	}
}
