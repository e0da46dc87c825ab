function main() {
	var view = <div>text;
}
