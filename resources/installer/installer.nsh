; Additions to electron-builder's NSIS installer. Windows knows a file by what is behind its last dot: a filing
; (….filing.json) is a .json to it, which belongs to nobody. So the app is offered under "open with", and takes nothing
; away from the program that opens .json files now.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\cn.nianbao.filing" "" "年报填报文件"
  WriteRegStr SHCTX "Software\Classes\cn.nianbao.filing\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.json\OpenWithProgids" "cn.nianbao.filing" ""
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\cn.nianbao.filing"
  DeleteRegValue SHCTX "Software\Classes\.json\OpenWithProgids" "cn.nianbao.filing"
!macroend
